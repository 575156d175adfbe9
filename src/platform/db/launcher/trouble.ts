/** A database that cannot be had, said in a sentence a person can act on. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble';
}
