/** Opening times of a week in words, as they stand on a door. */
import { hoursText, WEEKDAYS, type Calendar } from './day.ts';

const ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `周一至周四 09:00–12:00, 13:30–17:00；周五 09:00–12:00`: days with the same times that follow each other are one. */
export function weekText(week: Calendar['week']): { zh: string; en: string } {
	const runs: { from: number; to: number; hours: string }[] = [];
	for (const [day, name] of WEEKDAYS.entries()) {
		const hours = hoursText(week[name]);
		const last = runs.at(-1);
		if (last?.hours === hours && last.to === day - 1) last.to = day;
		else if (hours !== '') runs.push({ from: day, to: day, hours });
	}
	const days = (names: readonly string[], to: string, { from, to: until }: (typeof runs)[number]): string =>
		from === until ? (names[from] ?? '') : `${names[from] ?? ''}${to}${names[until] ?? ''}`;
	return {
		zh: runs.map((run) => `${days(ZH, '至', run)} ${run.hours}`).join('；'),
		en: runs.map((run) => `${days(EN, '–', run)} ${run.hours}`).join('; ')
	};
}
