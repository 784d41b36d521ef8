/** The paper of a job without a printer: the same reader and the same page as the virtual printer, but nothing moves. */
import type { PrinterModel } from '../models/models.ts';
import type { Paper } from '../printer.ts';
import { drawPaper } from './draw.ts';
import { Page } from './page.ts';
import { voiceOf } from './voice.ts';

export type Proof = Pick<Paper, 'width' | 'height' | 'marks' | 'text' | 'qrs' | 'svg'>;

/** What a printer of this model puts on paper, to the first cut or to the end of what is not cut off. */
export function proofOf(bytes: Uint8Array, model: PrinterModel): Proof {
	const page = new Page(model.dots, true);
	const voice = voiceOf(model);
	let rest = bytes;
	for (;;) {
		const read = voice.read(rest, { chinese: page.chinese, font: model.font });
		if (!read) break;
		rest = rest.subarray(read.used);
		const { command } = read;
		if (command.to === 'mode') page.turn(command);
		if (command.to !== 'paper') continue;
		page.move(command);
		if (command.kind === 'cut') break;
	}
	const piece = page.tear();
	return { width: model.dots, ...piece, svg: drawPaper(piece.marks, model.dots, piece.height) };
}
