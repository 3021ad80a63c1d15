# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later

# trackhand_add_helper(NAME source...): the helper NAME in C++ as a module, NAME.so, for trackhand-helperd to load. Part of
# the installed package. The target is an ordinary one, which takes further sources, options and libraries.
function(trackhand_add_helper name)
  string(LENGTH "${name}" length)
  if(NOT name MATCHES "^[a-z][a-z0-9-]*$" OR length GREATER 15)
    message(FATAL_ERROR "\"${name}\" is no helper's name: small letters, digits and '-', a letter first, 15 at most")
  endif()
  add_library(${name} MODULE ${ARGN})
  target_link_libraries(${name} PRIVATE Trackhand::Helper)
  # A symbol that is missing is an error here and not in the helper process; nothing but the module's one symbol shows.
  target_link_options(${name} PRIVATE -Wl,--no-undefined -Wl,--exclude-libs,ALL -Wl,-z,relro -Wl,-z,now)
  set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX ".so"
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
endfunction()
