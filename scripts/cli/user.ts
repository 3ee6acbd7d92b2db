import { createUser, setPassword, signOutEverywhere } from '@/features/users/commands';
import { createUserInput, setPasswordInput } from '@/features/users/input';
import { getUserByEmail } from '@/features/users/queries';
import { emailAddress } from '@/lib/shapes';
import { type Call, parse, required, type Verbs } from '@/scripts/command-line';

const email = { email: { type: 'string' as const } };

export const verbs: Verbs = {
  create: {
    usage:
      '--email ADDRESS --name NAME --role contributor|author|editor|administrator [--section-id N …] [--password-stdin]',
    does: 'make a person; without --password-stdin they get an invitation by mail',
    options: {
      ...email,
      name: { type: 'string' },
      role: { type: 'string' },
      'section-id': { type: 'string', multiple: true },
      'password-stdin': { type: 'boolean' },
    },
    async run(call) {
      const input = parse(createUserInput, {
        ...required(call.options, 'email', 'name', 'role'),
        sectionIds: call.options['section-id'],
        password: call.options['password-stdin'] ? await call.stdin() : undefined,
      });
      const { userId } = await createUser(call.ctx, input);
      const done = input.password === undefined ? 'is invited; the mail is on its way' : 'can sign in';
      return { lines: [`${input.name} <${input.email}> ${done}.`], data: { userId, email: input.email } };
    },
  },
  'set-password': {
    usage: '--email ADDRESS --password-stdin',
    does: 'set the password that comes on standard input; the person is signed out everywhere and told by mail',
    options: { ...email, 'password-stdin': { type: 'boolean' } },
    async run(call) {
      required(call.options, 'password-stdin');
      const input = parse(setPasswordInput, {
        ...required(call.options, 'email'),
        password: await call.stdin(),
      });
      const { userId } = await setPassword(call.ctx, input);
      return { lines: [`The password of ${input.email} is set.`], data: { userId } };
    },
  },
  'sign-out': {
    usage: '--email ADDRESS',
    does: 'end every session of a person, on the next request of each',
    options: email,
    async run(call) {
      const { id: userId } = await getUserByEmail(call.ctx, addressOf(call));
      const { ended } = await signOutEverywhere(call.ctx, { userId });
      return { lines: [`Ended ${ended} ${ended === 1 ? 'session' : 'sessions'}.`], data: { userId, ended } };
    },
  },
};

const addressOf = ({ options }: Call) => parse(emailAddress, required(options, 'email').email);
