import { activeStaff } from '#db/people.ts';
import type { StaffRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { createLink } from '../people/sign-in.ts';

/** Of each of these roles the first who has never signed in gets a link; the others get theirs by the CLI. */
const ROLES = ['clerk', 'guide', 'supervisor', 'administrator', 'auditor'] as const;

/** What a person sees in the terminal when the hall is open: its pages, and how staff get in for the first time. */
export async function welcome(hall: Hall, address: string, isVirtual: boolean): Promise<string> {
	const rows: [string, string][] = pagesOf(hall, isVirtual).map(([name, path]) => [name, address + path]);
	const staff = await activeStaff(hall.read, hall.id);
	const strangers = ROLES.flatMap((role) => firstStranger(staff, role));
	for (const one of strangers) {
		const link = await createLink(hall, SYSTEM, one.no);
		rows.push([`${one.role} ${one.no}`, `${address}/sign-in?link=${link}`]);
	}
	const { zh, en } = hall.setup.file.hall.name;
	const more =
		strangers.length > 0 ? 'One-time links, valid for 7 days. More: npx guidedesk staff link <number>\n' : '';
	return `\n${zh} · ${en}\n\n${table(rows)}\n${more}\n`;
}

function pagesOf(hall: Hall, isVirtual: boolean): [string, string][] {
	const zones = hall.setup.file.zones.map(({ code, name }): [string, string] => [
		`Hall screen ${name.en}`,
		`/display/${code}`
	]);
	const window = hall.setup.file.windows[0]?.code ?? '1';
	const bench: [string, string][] = isVirtual ? [['Virtual devices', '/dev/devices']] : [];
	return [
		['Kiosk', '/kiosk'],
		['Book a time', '/book'],
		...zones,
		['Window screen', `/display/window/${window}`],
		['Sign in', '/sign-in'],
		['Window console', '/window'],
		['Guide desk', '/desk'],
		['Supervision', '/supervise'],
		...bench,
		['API', '/api/v1/openapi.json']
	];
}

function firstStranger(staff: StaffRow[], role: StaffRow['role']): StaffRow[] {
	const one = staff.find((row) => row.role === role && row.password_hash === null);
	return one ? [one] : [];
}

function table(rows: [string, string][]): string {
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join('');
}
