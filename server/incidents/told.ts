import type { Hall } from '../hall.ts';

/** Roles and contacts 联系人 that are told at a level, by their codes; level 0 is told at once. */
export function toldAt(hall: Hall, level: number): readonly string[] {
	const { tell, levels } = hall.setup.policies.incidents;
	const one = level === 0 ? tell : levels[level - 1];
	return one ? [...one.roles, ...one.contacts] : [];
}
