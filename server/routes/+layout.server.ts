import type { LayoutServerLoad } from './$types';

/** What every page knows: the languages that the hall offers. */
export const load: LayoutServerLoad = ({ locals }) => ({ langs: locals.running.hall.setup.langs });
