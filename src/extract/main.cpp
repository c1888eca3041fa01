// The program jenjang-extract: one document in, lines out, in a process of its own.
int main() {
  return 0;
}
