/** What keeps the newsroom from starting and a person can mend: its message is shown as it stands, without a stack. */
export class Trouble extends Error {
  override name = 'Trouble';
}
