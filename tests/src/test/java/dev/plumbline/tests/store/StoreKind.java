package dev.plumbline.tests.store;

/** The stores there are. */
enum StoreKind {
  TABLE,
  FOLDER
}
