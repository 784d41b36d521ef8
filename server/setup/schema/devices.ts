/** What hangs on wires: printers, buses with boards, and the places where kiosks and screens stand. */
import { z } from 'zod';
import { agent } from './devices/agents.ts';
import { boardDefaults } from './devices/board-texts.ts';
import { board, bus } from './devices/boards.ts';
import { evaluator, idReader, pad, padLine, scanner } from './devices/inputs.ts';
import { kiosk } from './devices/kiosks.ts';
import { hasMouth, noMouth } from './devices/presenter.ts';
import { printer } from './devices/printers.ts';
import { medium, screen } from './screens.ts';

export const devices = z.strictObject({
	/** machines that drive what hangs on them */
	agents: z.array(agent).default([]),
	printers: z.array(printer.refine(hasMouth, noMouth)).default([]),
	buses: z.array(bus).default([]),
	boards: z.array(board).default([]),
	/** what boards say and how bright they are, where a board does not say otherwise */
	boardDefaults: boardDefaults.prefault({}),
	kiosks: z.array(kiosk).default([]),
	screens: z.array(screen).default([]),
	/** pictures and videos beside the calls, in their order */
	media: z.array(medium).default([]),
	padLines: z.array(padLine).default([]),
	pads: z.array(pad).default([]),
	idReaders: z.array(idReader).default([]),
	evaluators: z.array(evaluator).default([]),
	scanners: z.array(scanner).default([])
});
