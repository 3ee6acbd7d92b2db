/** A comment with what it is. */
export interface LabelledComment {
  name: string;
  body: string;
  spam: boolean;
  family: string;
}
