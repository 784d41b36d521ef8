import { activeStaff, allKeys } from '#db/people.ts';
import { ROLES, type Role } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { createKey, endKey } from '../people/keys.ts';
import { createLink } from '../people/sign-in.ts';
import { Misused, type Command } from './command.ts';
import { withHall } from './with-hall.ts';

const keyCreate: Command = {
	name: 'key create',
	usage: '--role <role> --label <words> [--device <kiosk or screen>]',
	summary: 'Make an API key, or the key of one kiosk or screen for its browser; its secret is shown this once',
	options: { role: { type: 'string' }, label: { type: 'string' }, device: { type: 'string' } },
	words: [0, 0],
	run({ values, print }) {
		const role = roleOf(values['role']);
		return withHall(async (hall) => {
			const device = deviceOf(hall, role, values['device']);
			const wish = { role, label: values['label'] ?? device ?? role, device };
			const { id, secret } = await createKey(hall, SYSTEM, wish);
			process.stderr.write(`key ${id}, role ${role}\n`);
			print(secret);
			return 0;
		});
	}
};

/** Operators say admin; the tables say administrator. */
function roleOf(given: string | undefined): Role {
	const role = ROLES.find((one) => one === (given === 'admin' ? 'administrator' : given));
	if (!role) throw new Misused(`--role must be one of ${ROLES.join(', ')} (or admin)`);
	return role;
}

/** Null for a key of no device. A kiosk has the key of a kiosk, a screen that of a display. */
function deviceOf(hall: Hall, role: Role, given: string | undefined): string | null {
	if (given === undefined) return null;
	const known = role === 'kiosk' ? hall.setup.kiosks : role === 'display' ? hall.setup.screens : null;
	if (!known) throw new Misused('--device goes with --role kiosk or display');
	if (!known.has(given)) throw new Misused(`no ${role === 'kiosk' ? 'kiosk' : 'screen'} ${given} in the hall file`);
	return given;
}

const keyList: Command = {
	name: 'key list',
	usage: '',
	summary: 'All API keys, the revoked ones too',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			for (const { id, role, label, device, created_at, revoked_at } of await allKeys(hall.read, hall.id)) {
				const made = new Date(created_at).toISOString();
				print([id, role, made, revoked_at === null ? 'valid' : 'revoked', label, device ?? '-'].join('\t'));
			}
			return 0;
		})
};

const keyRevoke: Command = {
	name: 'key revoke',
	usage: '<id>',
	summary: 'Revoke an API key; it stops working within seconds',
	options: {},
	words: [1, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const ended = await endKey(hall, SYSTEM, words[0] ?? '');
			print(ended ? `revoked ${words[0] ?? ''}` : `no valid key ${words[0] ?? ''}`);
			return ended ? 0 : 1;
		})
};

const staffList: Command = {
	name: 'staff list',
	usage: '',
	summary: 'All staff: number, role, name, and whether they have signed in yet',
	options: {},
	words: [0, 0],
	run: ({ print }) =>
		withHall(async (hall) => {
			for (const { no, role, name, password_hash } of await activeStaff(hall.read, hall.id)) {
				print([no, role, name, password_hash === null ? 'no password yet' : 'has a password'].join('\t'));
			}
			return 0;
		})
};

const staffLink: Command = {
	name: 'staff link',
	usage: '<number>',
	summary: 'Make a one-time link by which a member of staff signs in and sets a password',
	options: {},
	words: [1, 1],
	run: ({ words, print }) =>
		withHall(async (hall) => {
			const no = words[0] ?? '';
			if (!hall.setup.staff.has(no)) throw new Misused(`no staff number ${no} in the hall file`);
			const origin = hall.origin || `http://localhost:${process.env['PORT'] ?? '3000'}`;
			print(`${origin}/sign-in?link=${await createLink(hall, SYSTEM, no)}`);
			return 0;
		})
};

export const PEOPLE: Command[] = [keyCreate, keyList, keyRevoke, staffList, staffLink];
