# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading Qt's and the standard library's headers is most of compiling one of our files without much optimisation; a compiler can
# have read them beforehand, which halves the time. What is built so does not notice a missing #include: the everyday build
# spares the product's own code from it, and saves where that harms least, in the tests.
set(TRACKHAND_PRECOMPILE "" CACHE STRING "What reads the headers of Qt and of the standard library once for all: nothing, \"tests\" or \"all\"")
set_property(CACHE TRACKHAND_PRECOMPILE PROPERTY STRINGS "" tests all)

# trackhand_precompile(NAME KIND): the target, of the kind "tests" or "product", begins with the headers that were read.
function(trackhand_precompile name kind)
  if(TRACKHAND_PRECOMPILE STREQUAL "all" OR TRACKHAND_PRECOMPILE STREQUAL kind)
    target_precompile_headers(${name} REUSE_FROM trackhand_precompiled)
    # GCC 12 warns of libstdc++'s own code when it has read it beforehand.
    target_compile_options(${name} PRIVATE
      $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread>)
  endif()
endfunction()

if(TRACKHAND_PRECOMPILE)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/precompiled.cpp" CONTENT "")
  add_library(trackhand_precompiled OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
  target_link_libraries(trackhand_precompiled PRIVATE trackhand_sanitizers Qt6::Core)
  target_precompile_headers(trackhand_precompiled PRIVATE
    <algorithm> <array> <charconv> <chrono> <functional> <map> <memory> <optional> <span> <string> <string_view> <thread>
    <vector> <QtCore> <QtDBus> <QtGui> <QtWidgets>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The macros must be those of who uses it, which are tests; of Qt's modules the folders alone, for each comes with macros that
    # not everybody has.
    target_link_libraries(trackhand_precompiled PRIVATE trackhand_options)
    target_compile_options(trackhand_precompiled PRIVATE -UQT_NO_CAST_FROM_ASCII)
    target_include_directories(trackhand_precompiled SYSTEM PRIVATE
      $<TARGET_PROPERTY:Qt6::Widgets,INTERFACE_INCLUDE_DIRECTORIES> $<TARGET_PROPERTY:Qt6::Gui,INTERFACE_INCLUDE_DIRECTORIES>
      $<TARGET_PROPERTY:Qt6::DBus,INTERFACE_INCLUDE_DIRECTORIES>)
  else()
    # For the compiler's cache: the precompiled file is the same when its text is.
    target_compile_options(trackhand_precompiled PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    # Qt Test with what it has for windows, which it looks at the macros of Qt's modules for. Of Qt Test itself the folders alone: it
    # defines where a test stands, which is another place in each.
    target_link_libraries(trackhand_precompiled PRIVATE Qt6::Widgets Qt6::DBus)
    target_include_directories(trackhand_precompiled SYSTEM PRIVATE
      $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    target_precompile_headers(trackhand_precompiled PRIVATE <QtTest>)
  endif()
endif()
