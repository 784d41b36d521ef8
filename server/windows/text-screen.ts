import type { Hall } from '../hall.ts';
import type { TextScreenView } from '../views.ts';
import { textAt } from './text.ts';
import { windowScreenView } from './view.ts';

/** The screen that faces the visitor; undefined for a window that is not there. */
export async function textScreenView(hall: Hall, code: string): Promise<TextScreenView | undefined> {
	const screen = await windowScreenView(hall, code);
	if (!screen) return undefined;
	return { ...screen, text: (await textAt(hall, code))?.text ?? '' };
}
