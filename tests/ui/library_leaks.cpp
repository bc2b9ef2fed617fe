// SPDX-License-Identifier: Apache-2.0
// For test programs that shape text or open a window (USES library_leaks): the address sanitizer looks for everything
// but leaks. fontconfig keeps its patterns and Mesa's driver is unloaded with memory still held, both until the process
// ends, and neither keeps the frame pointers by which a suppression could tell them from ours.

// The sanitizer looks this name up; nobody calls it by hand, so it has no header.
extern "C" const char* __asan_default_options();

extern "C" const char* __asan_default_options()
{
    return "detect_leaks=0";
}
