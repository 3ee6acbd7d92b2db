/** How many days the trash keeps things where nobody said otherwise. */
export const defaultTrashDays = 30;
