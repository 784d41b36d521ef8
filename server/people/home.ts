import { may } from '../rules/rights.ts';
import type { Who } from './who.ts';

/** The page a member of staff works at. */
export type Home = '/window' | '/supervise' | '/desk' | '/cases' | '/';

/** Where somebody goes who has signed in: to the window, else to where the whole hall or the own desk is. */
export function homeOf(who: Who): Home {
	if (who.window !== undefined) return '/window';
	if (may(who.role, 'day:read')) return '/supervise';
	if (may(who.role, 'desk:work')) return '/desk';
	return who.role === 'liaison' ? '/cases' : '/';
}
