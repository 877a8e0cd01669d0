# What goes where: library, headers, command, manual pages, completions, pkg-config, CMake package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set_target_properties(entente_shared PROPERTIES EXPORT_NAME entente)
install(TARGETS entente_shared EXPORT EntenteTargets
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS entente_static entente_command)
install(DIRECTORY include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

if(TARGET entente_mpi)
  install(TARGETS entente_mpi)
  set(mpi_command $<TARGET_FILE:entente_mpi>)
  set(mpi_target entente_mpi)
endif()

# The command writes its own manual pages and completions.
set(texts ${PROJECT_BINARY_DIR}/texts)
add_custom_command(
  OUTPUT ${texts}/man1/entente.1 ${texts}/entente.bash ${texts}/_entente ${texts}/entente.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${texts}
  COMMAND ${CMAKE_COMMAND} -D COMMAND=$<TARGET_FILE:entente_command>
          -D MPI_COMMAND=${mpi_command} -D OUT=${texts}/man1
          -P ${PROJECT_SOURCE_DIR}/cmake/ManualPages.cmake
  COMMAND entente_command completion bash > ${texts}/entente.bash
  COMMAND entente_command completion zsh > ${texts}/_entente
  COMMAND entente_command completion fish > ${texts}/entente.fish
  DEPENDS entente_command ${mpi_target} ${PROJECT_SOURCE_DIR}/cmake/ManualPages.cmake VERBATIM)
add_custom_target(entente_texts ALL DEPENDS ${texts}/man1/entente.1)
install(DIRECTORY ${texts}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${texts}/entente.bash RENAME entente
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${texts}/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${texts}/entente.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH ENTENTE_PC_TO_PREFIX /${pc_dir} /)
configure_file(cmake/entente.pc.in entente.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/entente.pc DESTINATION ${pc_dir})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Entente)
configure_file(cmake/EntenteConfig.cmake.in EntenteConfig.cmake @ONLY)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/EntenteConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/EntenteConfig.cmake
              ${PROJECT_BINARY_DIR}/EntenteConfigVersion.cmake DESTINATION ${package_dir})
install(EXPORT EntenteTargets NAMESPACE Entente:: DESTINATION ${package_dir})
