// The program jenjang: hands the words of the command line to the table of commands.
#include <cstdio>

int main() {
  std::puts("jenjang");
  return 0;
}
