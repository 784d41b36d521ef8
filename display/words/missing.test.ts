import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const FOLDER = import.meta.dirname;
const PSEUDO = join(FOLDER, 'pseudo.ts');

/** A language made of the Arabic one, without the sentences named: what a translator forgot. */
const pseudo = (left: string): string => `
import { ar } from './ar/index.ts';
import type { VisitorWords } from './visitor.ts';
${left}
export const pseudo: VisitorWords = { ...ar, kiosk, refusals };
`;

const options: ts.CompilerOptions = {
	target: ts.ScriptTarget.ESNext,
	module: ts.ModuleKind.NodeNext,
	moduleResolution: ts.ModuleResolutionKind.NodeNext,
	strict: true,
	exactOptionalPropertyTypes: true,
	noUncheckedIndexedAccess: true,
	allowImportingTsExtensions: true,
	noEmit: true,
	skipLibCheck: true,
	types: []
};

let before: ts.Program | undefined;

/** What the compiler says of that language. */
function faultsOf(left: string): string[] {
	const host = ts.createCompilerHost(options);
	const disk = ts.createCompilerHost(options);
	const text = pseudo(left);
	host.fileExists = (path) => path === PSEUDO || disk.fileExists(path);
	host.readFile = (path) => (path === PSEUDO ? text : disk.readFile(path));
	host.getSourceFile = (path, ...more) =>
		path === PSEUDO
			? ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
			: (before?.getSourceFile(path) ?? disk.getSourceFile(path, ...more));
	const program = ts.createProgram([PSEUDO], options, host);
	before = program;
	const source = program.getSourceFile(PSEUDO);
	return program
		.getSemanticDiagnostics(source)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('K-11 a language in which a sentence is missing does not compile', { timeout: 60_000 }, () => {
	expect(faultsOf('const { kiosk, refusals } = ar;')).toEqual([]);
	const faults = faultsOf('const { welcome, ...kiosk } = ar.kiosk;\nconst { locked, ...refusals } = ar.refusals;');
	expect(faults.join('\n')).toContain("Property 'welcome' is missing");
	expect(faults.join('\n')).toContain("'locked' is missing");
	const ofFacts = faultsOf(
		'const kiosk = { ...ar.kiosk, waitWhere: (facts: { plaice: string }) => facts.plaice };\nconst { refusals } = ar;'
	);
	expect(ofFacts.join('\n')).toContain('waitWhere');
});
