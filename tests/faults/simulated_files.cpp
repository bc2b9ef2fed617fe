// SPDX-License-Identifier: Apache-2.0
// The file layer that SQLite asks for (sqlite3_vfs), on a disk in memory. Syncs what SQLite's own layer for Linux
// syncs: a file with each xSync, its folder with the first one of a journal or log it may have made, and on xDelete
// when told so.
#include "tests/faults/simulated_files.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

namespace verandah::test {

namespace {

using Answer = SimulatedDisk::Answer;

constexpr auto name_of_layer = "simulated";
SimulatedDisk* the_disk = nullptr; // NOLINT: SQLite's layers are global, and so is which disk they are on

/// What SQLite knows an open file by. Begins with SQLite's own part.
struct OpenFile {
    sqlite3_file base{};
    std::string name{};
    bool syncs_folder{false}; ///< A journal or log that it may have made, until its first sync.
    bool goes_when_closed{false};
    std::vector<std::unique_ptr<std::byte[]>> index{}; ///< The -shm, in regions.
};

OpenFile& opened(sqlite3_file* file)
{
    return *reinterpret_cast<OpenFile*>(file);
}

int code_of(Answer answer, int fault)
{
    switch (answer) {
    case Answer::done: return SQLITE_OK;
    case Answer::full: return SQLITE_FULL;
    case Answer::fault: break;
    }
    return fault;
}

int close(sqlite3_file* file)
{
    auto& open = opened(file);
    if (open.goes_when_closed) {
        the_disk->remove(open.name);
    }
    open.~OpenFile();
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    const auto& open = opened(file);
    if (the_disk->read(open.name) != Answer::done) {
        return SQLITE_IOERR_READ;
    }
    const auto bytes = the_disk->bytes(open.name);
    const auto begin = std::min(static_cast<std::size_t>(offset), bytes.size());
    const auto wanted = static_cast<std::size_t>(amount);
    const auto there = bytes.subspan(begin, std::min(wanted, bytes.size() - begin));
    std::memset(to, 0, wanted);
    std::ranges::copy(there, static_cast<std::byte*>(to));
    return there.size() == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    const std::span bytes{static_cast<const std::byte*>(from), static_cast<std::size_t>(amount)};
    return code_of(the_disk->write(opened(file).name, static_cast<std::size_t>(offset), bytes), SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    return code_of(the_disk->truncate(opened(file).name, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int)
{
    auto& open = opened(file);
    auto answer = the_disk->sync(open.name);
    if (answer == Answer::done && open.syncs_folder) {
        open.syncs_folder = false;
        answer = the_disk->sync_folder();
    }
    return code_of(answer, SQLITE_IOERR_FSYNC);
}

int size(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>(the_disk->size(opened(file).name));
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*)
{
    return 4096; // as SQLite's own layer says
}

int characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // as SQLite's own layer says
}

// There is one connection: it gets every lock.

int lock(sqlite3_file*, int)
{
    return SQLITE_OK;
}

int is_reserved(sqlite3_file*, int* reserved)
{
    *reserved = 0;
    return SQLITE_OK;
}

int map_index(sqlite3_file* file, int region, int region_size, int extend, volatile void** where)
{
    auto& index = opened(file).index;
    const auto wanted = static_cast<std::size_t>(region);
    while (extend != 0 && index.size() <= wanted) {
        index.push_back(std::make_unique<std::byte[]>(static_cast<std::size_t>(region_size)));
    }
    *where = wanted < index.size() ? index[wanted].get() : nullptr;
    return SQLITE_OK;
}

int lock_index(sqlite3_file*, int, int, int)
{
    return SQLITE_OK;
}

void index_barrier(sqlite3_file*) {}

int unmap_index(sqlite3_file* file, int)
{
    opened(file).index.clear();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods{.iVersion = 2,
                                     .xClose = close,
                                     .xRead = read,
                                     .xWrite = write,
                                     .xTruncate = truncate,
                                     .xSync = sync,
                                     .xFileSize = size,
                                     .xLock = lock,
                                     .xUnlock = lock,
                                     .xCheckReservedLock = is_reserved,
                                     .xFileControl = control,
                                     .xSectorSize = sector_size,
                                     .xDeviceCharacteristics = characteristics,
                                     .xShmMap = map_index,
                                     .xShmLock = lock_index,
                                     .xShmBarrier = index_barrier,
                                     .xShmUnmap = unmap_index,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    file->pMethods = nullptr;
    const std::string wanted = name == nullptr ? "temporary" : name;
    if (!the_disk->has(wanted) && ((flags & SQLITE_OPEN_CREATE) == 0 || the_disk->create(wanted) != Answer::done)) {
        return SQLITE_CANTOPEN;
    }
    constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    auto* open = new (file) OpenFile;
    open->name = wanted;
    open->syncs_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
    open->goes_when_closed = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    file->pMethods = &methods;
    if (out_flags != nullptr) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int sync_folder)
{
    if (!the_disk->has(name)) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    auto answer = the_disk->remove(name);
    if (answer == Answer::done && sync_folder != 0) {
        answer = the_disk->sync_folder();
    }
    return code_of(answer, SQLITE_IOERR_DELETE);
}

int access(sqlite3_vfs*, const char* name, int, int* is_there)
{
    // SQLite's own layer takes an empty file for none.
    *is_there = the_disk->has(name) && the_disk->size(name) > 0 ? 1 : 0;
    return SQLITE_OK;
}

int whole_path(sqlite3_vfs*, const char* name, int room, char* to)
{
    sqlite3_snprintf(room, to, "%s", name);
    return SQLITE_OK;
}

sqlite3_vfs make_layer(const sqlite3_vfs& usual)
{
    auto layer = usual; // time, sleep and randomness stay the machine's
    layer.iVersion = 2;
    layer.szOsFile = sizeof(OpenFile);
    layer.pNext = nullptr;
    layer.zName = name_of_layer;
    layer.xOpen = open;
    layer.xDelete = remove;
    layer.xAccess = access;
    layer.xFullPathname = whole_path;
    return layer;
}

} // namespace

SimulatedFiles::SimulatedFiles(SimulatedDisk& disk)
{
    static sqlite3_vfs layer = make_layer(*sqlite3_vfs_find(nullptr)); // SQLite keeps a pointer to it
    if (the_disk != nullptr) {
        throw std::logic_error{"there is a simulated disk already"};
    }
    the_disk = &disk;
    sqlite3_vfs_register(&layer, 1);
}

SimulatedFiles::~SimulatedFiles()
{
    sqlite3_vfs_unregister(sqlite3_vfs_find(name_of_layer));
    sqlite3_vfs_register(sqlite3_vfs_find("unix"), 1);
    the_disk = nullptr;
}

} // namespace verandah::test
