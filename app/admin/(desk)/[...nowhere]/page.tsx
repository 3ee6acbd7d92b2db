import { notFound } from 'next/navigation';

/** Every address of the desk that has no page: said within the desk, beside the way on. */
export default function NowherePage(): never {
  notFound();
}
