/** A call that one part of the page makes and another answers, without either holding the other. */
export interface Summons {
  call(): void;
  /** Answers from now on; gives what ends it. Of several who would, the first does. */
  answer(work: () => void): () => void;
}

export function summons(): Summons {
  const answering = new Set<() => void>();
  return {
    call: () => answering.values().next().value?.(),
    answer(work) {
      answering.add(work);
      return () => void answering.delete(work);
    },
  };
}
