/**
 * Devices whose frames are public, each by what little is published of it (sources in `docs/devices.md`). Where a paper
 * leaves a byte unexplained, it stands here as it does in the example.
 */
import type { FrameSpec } from './exchange.ts';

/** Boards: what is sent to them. */
export const KNOWN_BOARDS = {
	/** four bytes on RS-485, 9600: `05 03 E7 EF`, board 5 shows 999 */
	'kanban-4': { frame: '{addr} {num:2be} {sum8:addr..num}' },
	/** Sunpn: `3A` colour, number, info, sum, `0A`; it answers with the same behind `2A`. No address: one on a line. */
	sunpn: {
		frame: '3A {colour=00} {num:2be} {info=01} {sum8:1..-1} 0A',
		answer: '2A {colour=00} {num:2be} {info=01} {sum8:1..-1} 0A'
	},
	/** the same with the low byte first: in the published example 888 would stand so */
	'sunpn-low-first': {
		frame: '3A {colour=00} {num:2le} {info=01} {sum8:1..-1} 0A',
		answer: '2A {colour=00} {num:2le} {info=01} {sum8:1..-1} 0A'
	},
	/** CX-H cards, by UDP to port 8453: GB2312 text behind its length, no checksum */
	'cx-h': { frame: '21 21 55 AA 00 01 03 08 10 00 00 00 {len:text:2le} {text:gb2312:..128}' },
	/** `40`, address, text, `0D`: simple cards above windows */
	'at-text': { frame: '40 {addr} {text:gb2312:..16} 0D' }
} as const satisfies Record<string, FrameSpec>;

/** Pads: what is heard from them. */
export const KNOWN_PADS = {
	/**
	 * the 21-key pad on RS-485: `FF 68 L L 68` address, command, data, sum, `16`. Its first byte wakes the line and says
	 * nothing; the key is the first byte of the data.
	 */
	'pad-21': {
		frame: '68 {len:addr..rest} {len:addr..rest} 68 {addr} {cmd} {key} {rest} {sum8:addr..rest} 16'
	}
} as const satisfies Record<string, FrameSpec>;

const names = <Name extends string>(known: Record<Name, FrameSpec>): readonly Name[] => Object.keys(known) as Name[];

export const KNOWN_BOARD_NAMES = names(KNOWN_BOARDS);
export const KNOWN_PAD_NAMES = names(KNOWN_PADS);
