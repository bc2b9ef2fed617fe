# SPDX-License-Identifier: Apache-2.0
# add_layer(name SOURCES a.cpp … USES targets…): a folder's library. A folder is a target is a namespace.
# USES is what the layer may know; tests/architecture holds the same table against every #include.
function(add_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;USES" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(${name} PUBLIC ${LAYER_USES} PRIVATE house_rules)
  target_compile_features(${name} PUBLIC cxx_std_23)
  compile_by_folder(${name})
endfunction()

# add_program(name SOURCES … USES …): one executable in bin/.
function(add_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  target_link_libraries(${name} PRIVATE house_rules ${PROGRAM_USES})
  compile_by_folder(${name})
endfunction()

# add_tests(name SOURCES … USES …): one GoogleTest program; every TEST in it is one line of ctest's. ALONE: while one of
# them runs, nothing else does, because it measures.
function(add_tests name)
  cmake_parse_arguments(TESTS "ALONE" "TIMEOUT" "SOURCES;USES" ${ARGN})
  if(NOT TESTS_TIMEOUT)
    set(TESTS_TIMEOUT 120)
  endif()
  if(VERANDAH_SANITIZE STREQUAL thread)
    math(EXPR TESTS_TIMEOUT "${TESTS_TIMEOUT} * 10") # that is how much slower it makes them
  endif()
  add_executable(${name} ${TESTS_SOURCES})
  target_link_libraries(${name} PRIVATE house_rules GTest::gmock_main ${TESTS_USES})
  # Only what asks where it was built is told: anything else compiles alike in every folder, and ccache knows it again.
  foreach(source IN LISTS TESTS_SOURCES)
    file(STRINGS "${source}" asks_where REGEX "VERANDAH_(SOURCE|BIN)_DIR")
    if(asks_where)
      set_source_files_properties("${source}" PROPERTIES COMPILE_DEFINITIONS
        "VERANDAH_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\";VERANDAH_BIN_DIR=\"${CMAKE_RUNTIME_OUTPUT_DIRECTORY}\"")
    endif()
  endforeach()
  compile_by_folder(${name})
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT ${TESTS_TIMEOUT} RUN_SERIAL ${TESTS_ALONE})
endfunction()
