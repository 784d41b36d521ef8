/** The slips of a hall for the page that changes them. */
import { aboutModel, MODEL_CODES } from '#printer/models/models.ts';
import { BLOCKS, BUILT_IN, MUST } from '#printer/slips/kinds.ts';
import { SLIP_KINDS, type SlipKind } from '#printer/slips/layout.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { HallFile } from '../setup/schema.ts';
import { signView } from './preview.ts';
import type { Saved } from './save.ts';
import type { SlipKindView, SlipsView } from './view.ts';

/** Every kind of slip as it is in force. */
export function slipsView(hall: Hall, who: Who, { file, appliedAt }: Saved = inForce(hall)): SlipsView {
	return {
		hall: file.hall.name,
		timeZone: file.hall.timeZone,
		staff: { no: who.staff ?? '' },
		edits: isAllowed(hall, who, 'slip:design'),
		basis: appliedAt,
		sign: signView(hall, file.slips.logo),
		kinds: SLIP_KINDS.map((kind) => kindView(kind, file.slips)),
		models: MODEL_CODES.map((code) => ({ code, name: aboutModel(code).name })),
		printers: file.devices.printers.map(({ code, name, model, width }) => ({ code, name, model, width }))
	};
}

function inForce({ setup }: Hall): Saved {
	return { file: setup.file, appliedAt: setup.appliedAt };
}

function kindView(kind: SlipKind, { layouts, notes }: HallFile['slips']): SlipKindView {
	const parts = Object.entries(BLOCKS[kind]).map(([block, takes]) => ({ block, takes: [...takes] }));
	return {
		...{ kind, blocks: layouts[kind], note: notes[kind], parts },
		builtIn: BUILT_IN[kind].map((block) => ({ ...block, text: undefined })),
		must: MUST[kind].map((choice) => [...choice])
	};
}
