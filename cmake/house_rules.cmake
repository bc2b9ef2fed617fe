# SPDX-License-Identifier: Apache-2.0
# One target with everything our own code is compiled with. Linked PRIVATE by our targets only, so that no library is judged by it.
set(VERANDAH_SANITIZE "" CACHE STRING "Sanitizers for our own code, for example address,undefined or thread")

add_library(house_rules INTERFACE)
target_compile_features(house_rules INTERFACE cxx_std_23)
target_include_directories(house_rules INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(house_rules INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Wswitch-enum -Werror
  -fstack-protector-strong -fcf-protection)
if(VERANDAH_FILES_TOGETHER EQUAL 1)
  target_compile_options(house_rules INTERFACE -Wshadow) # of sources compiled together it would ask for names no other one has, too
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(house_rules INTERFACE -Wno-subobject-linkage) # takes sources that are compiled together for headers
endif()
target_compile_definitions(house_rules INTERFACE
  VERANDAH_VERSION="${PROJECT_VERSION}"
  $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>
  _GLIBCXX_ASSERTIONS)
target_link_options(house_rules INTERFACE -Wl,-z,relro,-z,now)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 reports these inside its own <string> and <optional> at -O2 (bugs 105329, 105562, 107198); clang and the sanitizers still look.
  target_compile_options(house_rules INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # gcc 12's own std::ranges::stable_sort asks for std::get_temporary_buffer, which it marks as deprecated; gcc itself keeps the check.
  target_compile_options(house_rules INTERFACE -Wno-deprecated-declarations)
endif()
if(VERANDAH_SANITIZE)
  target_compile_options(house_rules INTERFACE -fsanitize=${VERANDAH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(house_rules INTERFACE -fsanitize=${VERANDAH_SANITIZE})
  target_compile_definitions(house_rules INTERFACE VERANDAH_SANITIZED) # for what cannot be measured or looked into there
  target_compile_options(house_rules INTERFACE -U_FORTIFY_SOURCE) # the sanitizers bring their own checks of the same functions
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
