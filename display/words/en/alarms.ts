import type { Words } from '../zh-CN/index.ts';

type About = Readonly<Record<string, string | number | null>>;

const at = (about: About, name: string): string => String(about[name] ?? '–');

const CAUSES: Readonly<Record<string, string>> = {
	'paper-out': 'no paper',
	'cover-open': 'its cover is open',
	'cutter-jam': 'its cutter is jammed',
	'head-up': 'its head is lifted',
	jam: 'its paper is jammed',
	overheated: 'too hot',
	unreachable: 'out of reach',
	silent: 'no answer',
	gone: 'all taken out of work',
	'behind-agent': 'its agent is gone'
};

const printerCause = (about: About): string => CAUSES[at(about, 'cause')] ?? 'a fault';

export const alarms: Words['alarms'] = {
	title: 'Alarms',
	see: 'Seen',
	since: ({ time }) => `for ${time}`,
	seenBy: ({ staff }) => `seen by ${staff}`,
	none: 'No alarms',
	kind: {
		'window-unattended': 'Open, but nobody is at the window',
		'service-long': 'A long service: see whether help is needed',
		'pause-over': 'The pause lasts longer than planned',
		'wrap-up-long': 'Finishing takes long',
		'cover-missing': (about) => `Neither this post nor its stand-in (window ${at(about, 'standIn')}) is open`,
		'notice-soon': (about) => `${at(about, 'number')}: what is missing must be told by ${at(about, 'by')}`,
		'notice-late': (about) => `${at(about, 'number')}: not told in time, counts as accepted`,
		'second-notice': (about) => `${at(about, 'number')}: a second notice in the same matter`,
		'case-overdue': (about) => `${at(about, 'code')} is overdue`,
		'case-escalated': (about) => `${at(about, 'code')} was passed upward`,
		'rating-unowned': 'A bad rating that nobody can answer for: another supervisor is needed',
		incident: (about) =>
			`Incident ${at(about, 'code')}: ${at(about, 'en')} (severity ${at(about, 'severity')})${about['from'] ? `, silent call from window ${at(about, 'from')}` : about['zoneEn'] ? `, ${at(about, 'zoneEn')}` : ''}`,
		'incident-late': (about) => `Incident ${at(about, 'code')} is over its time; level ${at(about, 'level')} is told`,
		'loan-overdue': (about) => `${at(about, 'en')} (${at(about, 'whom')}) has not come back in time`,
		'goods-expiring': (about) =>
			`${at(about, 'contentEn')} in ${at(about, 'en')} may be used until ${at(about, 'until')}`,
		'service-crowded': (about) => `${at(about, 'waiting')} people wait for ${at(about, 'en')}; please help`,
		'kiosk-away': (about) => `${at(about, 'en')} has had no line for ${at(about, 'minutes')} minutes`,
		'call-unspoken': (about) =>
			`A call in ${at(about, 'en')} could not be spoken (${at(about, 'number')} to window ${at(about, 'at')}): call it by mouth`,
		'lease-late': (about) =>
			`Numbers ${at(about, 'numbers')}, given by kiosk ${at(about, 'device')} without its line, are void: please help whoever holds them`,
		complaint: (about) => `${at(about, 'code')}: a visitor complains; ${at(about, 'owner')} looks into it`,
		'complaint-urgent': (about) =>
			`Urgent complaint ${at(about, 'code')}: ${at(about, 'owner')} looks into it within half an hour`,
		'complaint-unowned': 'A complaint that nobody can answer for impartially: another supervisor is needed',
		unsolved: (about) => `${at(about, 'code')}: could not be done; ${at(about, 'owner')} gives a first word today`,
		'unsolved-tell': (about) =>
			`${at(about, 'code')} is due tomorrow: tell the visitor how far it is, and why, before that`,
		'unsolved-unregistered': (about) =>
			`${at(about, 'number')} ended where what could not be done is heard, and nothing was registered (${at(about, 'staff')})`,
		'knowledge-ending': (about) =>
			`“${at(about, 'title')}” in the knowledge base holds until ${at(about, 'until')}: renew it`,
		'knowledge-expired': (about) => `“${at(about, 'title')}” in the knowledge base has expired`,
		'note-unread': (about: About): string => `note ${at(about, 'note')} is not read by ${at(about, 'count')}`,
		'round-missed': (about: About): string => `${at(about, 'name')} of ${at(about, 'day')} was not made in time`,
		'phone-system-down': (about) => `No line to the telephone system (${at(about, 'where')})`,
		'phone-message-failed': (about) => `An answer sent by ${at(about, 'staff')} did not go out`,
		'nuisance-proposed': (about) => `${at(about, 'code')}: a nuisance caller is to be decided on`,
		'printer-down': (about) => `${at(about, 'en')}: ${printerCause(about)}; the others of its group print`,
		'printers-none': (about) => `No printer of group ${at(about, 'en')} can print (${printerCause(about)})`,
		'paper-soon': (about) => `${at(about, 'en')}: the paper ends soon; have a new roll at hand`,
		'board-dead': (about) => `${at(about, 'en')} does not answer: look at its power and cable`,
		'bus-dead': (about) => `Line ${at(about, 'en')} of boards is dead; none of its boards changes`,
		'screen-silent': (about) => `${at(about, 'en')} ${about['cause'] === 'mute' ? 'makes no sound' : 'is gone'}`,
		'agent-gone': (about) => `Agent ${at(about, 'en')} is gone, and all that hangs on it stands still`,
		'device-down': (about) => `${at(about, 'en')} is out of reach: look at its power and cable`
	}
};
