# SPDX-License-Identifier: Apache-2.0
# compile_by_folder(target): the sources of one folder are compiled together, a handful at a time. Reading headers is most of
# what compiling this house costs, and so they are read once for the handful. It asks one thing of us: two sources of one
# folder do not give two things of their own the same name. The release preset compiles every source by itself, and so tells
# whether each names all that it needs.
set(VERANDAH_FILES_TOGETHER 8 CACHE STRING "How many sources of one folder are compiled together; 1: each by itself; 0: all")

function(compile_by_folder target)
  if(VERANDAH_FILES_TOGETHER EQUAL 1)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  list(SORT sources)
  set(count 0)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE whole)
    cmake_path(GET whole PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    string(MAKE_C_IDENTIFIER "${folder}" group)
    set(together ${VERANDAH_FILES_TOGETHER})
    if(together EQUAL 0)
      set(together 1000)
    endif()
    math(EXPR part "0${count_${group}} / ${together}")
    math(EXPR count_${group} "0${count_${group}} + 1")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${part}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
