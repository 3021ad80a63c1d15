# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Debian 12 has no PolkitQt6-1 package; lab/setup/polkit-qt builds one here.
list(APPEND CMAKE_PREFIX_PATH "${CMAKE_SOURCE_DIR}/build/deps/polkit-qt6")

find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Widgets Network Svg Test LinguistTools)
find_package(PolkitQt6-1 REQUIRED)
set_package_properties(PolkitQt6-1 PROPERTIES PURPOSE "asks polkit before every deed of the backend")
find_package(Threads REQUIRED)

find_package(PkgConfig REQUIRED)
foreach(module IN ITEMS libmnl libnetfilter_queue libnetfilter_conntrack libnftables libseccomp libcap-ng libsystemd
                        libpcap lua5.4 tomlplusplus)
  string(REGEX REPLACE "[^a-z0-9]" "_" target "${module}")
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET ${module})
endforeach()

find_library(QCUSTOMPLOT_LIBRARY QCustomPlotQt6 REQUIRED)
find_path(QCUSTOMPLOT_INCLUDE_DIR qcustomplot.h REQUIRED)
add_library(QCustomPlot::Qt6 UNKNOWN IMPORTED)
set_target_properties(QCustomPlot::Qt6 PROPERTIES
  IMPORTED_LOCATION "${QCUSTOMPLOT_LIBRARY}"
  INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${QCUSTOMPLOT_INCLUDE_DIR}")

find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)
find_path(QSCINTILLA_INCLUDE_DIR Qsci/qsciscintilla.h PATH_SUFFIXES qt6 REQUIRED)
add_library(QScintilla::Qt6 UNKNOWN IMPORTED)
set_target_properties(QScintilla::Qt6 PROPERTIES
  IMPORTED_LOCATION "${QSCINTILLA_LIBRARY}"
  INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${QSCINTILLA_INCLUDE_DIR}")
