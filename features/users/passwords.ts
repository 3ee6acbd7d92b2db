import { hash, verify } from '@node-rs/argon2';
import { Invalid } from '@/lib/errors';

/** Limits in characters (code points), ASVS 5.0 6.2.1 and 6.2.9. */
const shortest = 8;
const longest = 128;

/**
 * argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat Sheet.
 * The algorithm's number is written out because the package declares it as a const enum.
 */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The same bytes whichever keyboard the characters came from (NFKC, NIST SP 800-63B 5.1.1.2). Nothing is cut: argon2
 * has no limit of 72 bytes.
 */
const bytesOf = (password: string): string => password.toWellFormed().normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(bytesOf(password), cost);

/**
 * Whether `password` is the one behind `passwordHash`. With null (nobody there, or nobody who has one) it takes as
 * long and says no, so that a stranger cannot tell accounts by the time.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodysHash()), bytesOf(password));
  return right && passwordHash !== null;
}

let nobody: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => {
  nobody ??= hashPassword(crypto.randomUUID());
  return nobody;
};

/**
 * Throws Invalid with a sentence for the field `password` unless it has 8 to 128 characters of any kind, is not among
 * the 49,000 commonest nor a short pattern, and is not the person's own name or address. No other rules: they only make people write it down.
 */
export async function refuseWeakPassword(
  password: string,
  person: { email: string; name?: string },
): Promise<void> {
  const sentence = await weakness(password, person);
  if (sentence) throw Invalid(sentence, { fields: { password: sentence } });
}

async function weakness(
  password: string,
  { email, name }: { email: string; name?: string },
): Promise<string | undefined> {
  const characters = [...bytesOf(password)].length;
  if (characters < shortest) return `A password has at least ${shortest} characters.`;
  if (characters > longest) return `A password has at most ${longest} characters.`;
  const lower = bytesOf(password).toLowerCase();
  const own = [email, email.split('@')[0], name].map((text) => text?.toLowerCase().replace(/\s+/g, ''));
  if (own.includes(lower.replace(/\s+/g, '')))
    return 'Anybody would try your own name first. Choose something else.';
  if (isPattern(lower) || (await commonPasswords()).has(lower))
    return 'That is one of the passwords tried first everywhere. Choose another, for instance four unrelated words.';
  return undefined;
}

const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const date = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/;
const forwardsAndBack = runs.flatMap((run) => [run, [...run].reverse().join('')]);

/** What the list leaves out because it can be made: `aaaaaaaa`, `19841984`, `abcdefgh`, `01012009`. Up to 16 characters. */
const isPattern = (password: string): boolean =>
  password.length <= 16 &&
  (/^(.{1,8})\1+$/su.test(password) ||
    date.test(password) ||
    forwardsAndBack.some((run) => run.includes(password)));

/** Read only when somebody chooses a password: 49,233 words, about 4 MB while the process lives. */
let common: Promise<ReadonlySet<string>> | undefined;
const commonPasswords = (): Promise<ReadonlySet<string>> => {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set((dictionary['passwords-common'] ?? []).map(String)),
  );
  return common;
};
