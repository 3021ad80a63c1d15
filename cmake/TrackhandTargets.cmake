# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later

add_library(trackhand_sanitizers INTERFACE)
if(TRACKHAND_SANITIZE)
  target_compile_options(trackhand_sanitizers INTERFACE -fsanitize=${TRACKHAND_SANITIZE} -fno-omit-frame-pointer)
  if(TRACKHAND_SANITIZE STREQUAL "thread")
    # GCC's thread sanitizer does not model fences. The rings' words are atomics all the same, so nothing is misreported.
    target_compile_options(trackhand_sanitizers INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  else()
    target_compile_options(trackhand_sanitizers INTERFACE -fno-sanitize-recover=all)
  endif()
  target_link_options(trackhand_sanitizers INTERFACE -fsanitize=${TRACKHAND_SANITIZE})
endif()

add_library(trackhand_options INTERFACE)
target_link_libraries(trackhand_options INTERFACE trackhand_sanitizers)
target_include_directories(trackhand_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(trackhand_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
  $<$<BOOL:${TRACKHAND_WERROR}>:-Werror>)
target_compile_definitions(trackhand_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
  TRACKHAND_VERSION="${PROJECT_VERSION}")

# moc 6.4 cannot parse libstdc++ 12's <concepts>, which <compare> includes; it needs nothing of it.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")

# trackhand_add_library(NAME [QT] SOURCES ... LINK ...): one static library of a room. QT turns moc, uic and rcc on.
function(trackhand_add_library name)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC trackhand_options ${ARG_LINK})
  if(ARG_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON)
    trackhand_precompile(${name} product)
  endif()
endfunction()

# trackhand_add_program(NAME MAIN LINK ... DESTINATION dir): one thin executable over its core library.
function(trackhand_add_program name main)
  cmake_parse_arguments(ARG "" "DESTINATION" "LINK" ${ARGN})
  add_executable(${name} ${main})
  target_link_libraries(${name} PRIVATE ${ARG_LINK})
  install(TARGETS ${name} DESTINATION "${ARG_DESTINATION}")
endfunction()

# trackhand_add_test(tst_thing LABELS unit LINK library... [SOURCES more.cpp...]): one Qt Test program named for its unit.
# ENVIRONMENT sets variables for the run; PROGRAMS are built before it because the test starts them.
function(trackhand_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS;LINK;SOURCES;ENVIRONMENT;PROGRAMS" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE trackhand_options ${ARG_LINK} Qt6::Test)
  # Tests may write plain string literals where the program may not.
  target_compile_options(${name} PRIVATE -UQT_NO_CAST_FROM_ASCII)
  trackhand_precompile(${name} tests)
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_compile_definitions(${name} PRIVATE TRACKHAND_PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
    TRACKHAND_SOURCE="${CMAKE_SOURCE_DIR}" TRACKHAND_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data")
  if(ARG_PROGRAMS)
    add_dependencies(${name} ${ARG_PROGRAMS})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(TRACKHAND_SANITIZE STREQUAL "thread")
    list(APPEND ARG_ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.suppressions")
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${ARG_ENVIRONMENT}")
endfunction()
