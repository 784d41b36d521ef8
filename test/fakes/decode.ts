import type { Command } from '#printer/virtual/commands.ts';
import type { PrinterModel } from '#printer/models/models.ts';
import type { Paper } from '#printer/printer.ts';
import { Page } from '#printer/virtual/page.ts';
import { voiceOf } from '#printer/virtual/voice.ts';

/** What firmware makes of bytes: every command, what stands on the paper, and what was left over. */
export interface Decoded {
	commands: Command[];
	/** what was printed, as one piece, whatever was cut */
	paper: Paper;
	text: string;
	qrs: string[];
	/** bytes of a command that never ended */
	rest: number;
	/** characters with the size they came out in, dots */
	chars: { char: string; width: number; height: number }[];
}

/** Reads a whole job as a printer of this model does; `chinese`: it powers on in Chinese mode. */
export function decode(bytes: Uint8Array, model: PrinterModel, chinese = false): Decoded {
	const page = new Page(model.dots, chinese);
	const voice = voiceOf(model);
	const commands: Command[] = [];
	let at = 0;
	for (;;) {
		const read = voice.read(bytes.subarray(at), { chinese: page.chinese, font: model.font });
		if (!read) break;
		const { command } = read;
		commands.push(command);
		at += read.used;
		if (command.to === 'mode') page.turn(command);
		if (command.to === 'paper') page.move(command);
	}
	const paper = { no: 1, at: 0, width: model.dots, svg: '', ...page.tear() };
	const chars = paper.marks.flatMap((mark) =>
		mark.kind === 'char' ? [{ char: mark.char, width: mark.width, height: mark.height }] : []
	);
	return { commands, paper, text: paper.text, qrs: paper.qrs, rest: bytes.length - at, chars };
}
