# Third-party libraries: each is found here once and linked to the one room that owns its door.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(GTest REQUIRED)
find_package(Threads REQUIRED)

# Static archives keep the start of a command short: every shared library costs page faults.
function(jenjang_static_library target archive)
  find_library(${target}_archive NAMES lib${archive}.a REQUIRED)
  add_library(${target} INTERFACE)
  target_link_libraries(${target} INTERFACE ${${target}_archive})
endfunction()

jenjang_static_library(lib_yaml yaml)
jenjang_static_library(lib_sodium sodium)
jenjang_static_library(lib_stemmer stemmer)
jenjang_static_library(lib_utf8proc utf8proc)
jenjang_static_library(lib_pugixml pugixml)
jenjang_static_library(lib_gumbo gumbo)
jenjang_static_library(lib_uchardet uchardet)
target_compile_definitions(lib_utf8proc INTERFACE UTF8PROC_STATIC)
find_library(lib_boost_json_archive NAMES libboost_json.a REQUIRED)
add_library(lib_boost_json INTERFACE)
target_link_libraries(lib_boost_json INTERFACE ${lib_boost_json_archive})

# Debian has these as shared libraries only: a program that uses none of them is not bound to it.
find_library(libzip_library NAMES zip REQUIRED)
add_library(lib_zip INTERFACE)
target_link_libraries(lib_zip INTERFACE -Wl,--push-state,--as-needed ${libzip_library} -Wl,--pop-state)

pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler)
find_library(libxlsxwriter_library NAMES xlsxwriter REQUIRED)
add_library(lib_xlsxwriter INTERFACE)
target_link_libraries(lib_xlsxwriter INTERFACE -Wl,--push-state,--as-needed ${libxlsxwriter_library} -Wl,--pop-state)

pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)

# SQLite: the amalgamation of the pinned npm package, with our options (docs/decisions/0003).
if(JENJANG_SYSTEM_SQLITE)
  pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.51.3)
  add_library(lib_sqlite INTERFACE)
  target_link_libraries(lib_sqlite INTERFACE PkgConfig::SQLITE)
else()
  set(sqlite_folder ${PROJECT_SOURCE_DIR}/third_party/node_modules/better-sqlite3/deps/sqlite3)
  if(NOT EXISTS ${sqlite_folder}/sqlite3.c)
    message(FATAL_ERROR "SQLite's source is missing: run './dev setup', which fetches it by third_party/package-lock.json.")
  endif()
  add_library(lib_sqlite STATIC ${sqlite_folder}/sqlite3.c)
  target_include_directories(lib_sqlite SYSTEM PUBLIC ${sqlite_folder})
  target_compile_definitions(lib_sqlite PRIVATE
    SQLITE_THREADSAFE=1 SQLITE_DQS=0 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK
    SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_MMAP_SIZE=0 SQLITE_DEFAULT_SYNCHRONOUS=2
    SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_TRUSTED_SCHEMA=0 SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_USE_URI=0)
  target_compile_options(lib_sqlite PRIVATE -w -O2)
endif()
