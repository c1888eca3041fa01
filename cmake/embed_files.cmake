# Embeds files into a library: an assembler file with .incbin for each, and a table of path, begin, end.

function(jenjang_embed_files target)
  set(rows "")
  set(data "")
  set(names "")
  set(index 0)
  set(files ${ARGN})
  list(SORT files)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${file})
    string(APPEND data "file_${index}:\n.incbin \"${file}\"\nfile_${index}_end:\n.byte 0\n")
    string(APPEND names "name_${index}: .asciz \"${path}\"\n")
    string(APPEND rows ".quad name_${index}, file_${index}, file_${index}_end\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${target}.S")
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT "
.section .rodata
${data}${names}
.section .data.rel.ro,\"aw\"
.balign 8
.globl jenjang_embedded_files
jenjang_embedded_files:
${rows}
.section .rodata
.balign 8
.globl jenjang_embedded_file_count
jenjang_embedded_file_count: .quad ${index}
.section .note.GNU-stack,\"\",@progbits
")
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
  add_library(${target} OBJECT ${assembly})
endfunction()
