# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading Qt's and the standard library's headers is most of compiling one of our files without optimisation; Clang can have
# read them beforehand (that halves the time; GCC's would be 320 MB, and one for each set of macros). A build that does so does not
# notice a missing #include: the everyday one is without.
option(TRACKHAND_PRECOMPILE "Read the headers of Qt and of the standard library once for all (needs Clang)" OFF)

# trackhand_precompile(NAME): the target's files begin with the headers that were read.
function(trackhand_precompile name)
  if(TRACKHAND_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM trackhand_precompiled)
  endif()
endfunction()

if(TRACKHAND_PRECOMPILE)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/precompiled.cpp" CONTENT "")
  add_library(trackhand_precompiled OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
  # Of Qt Test the folders alone: it defines where a test stands, which is another place in each.
  target_link_libraries(trackhand_precompiled PRIVATE trackhand_sanitizers Qt6::Widgets Qt6::DBus)
  target_include_directories(trackhand_precompiled SYSTEM PRIVATE
    $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
  # For the compiler's cache: the precompiled file is the same when its text is.
  target_compile_options(trackhand_precompiled PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  target_precompile_headers(trackhand_precompiled PRIVATE
    <algorithm> <array> <charconv> <chrono> <functional> <map> <memory> <optional> <span> <string> <string_view> <thread>
    <vector> <QtCore> <QtDBus> <QtGui> <QtWidgets> <QtTest>)
endif()
