// Stands in both programs of this room: the leak checker of the sanitizers traces its own process,
// which the confinement forbids.
#ifdef __SANITIZE_ADDRESS__
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0";
}  // NOLINT
#endif
