import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const tests = ['**/*.test.ts', '**/*.spec.ts', 'test/**'];
const configs = ['*.config.{js,ts}', '.dependency-cruiser.js', 'test/bench/bare/**', 'docs/verify/**'];

/** What no file may say, and what it says instead. */
const nowhere = [
	{ selector: 'TSEnumDeclaration', message: 'Node runs these files as they are: write a union of words.' },
	{ selector: 'ExportDefaultDeclaration', message: 'Name it, so that it has one name everywhere.' }
];

const askTheClock = 'Ask the clock that was handed in (server/clock.ts): a test must be able to move time.';
const timeOfTheMachine = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: askTheClock },
	{ selector: "CallExpression[callee.name='Date']", message: askTheClock },
	{ selector: "MemberExpression[object.name=/^(Date|performance)$/][property.name='now']", message: askTheClock },
	{ selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: askTheClock }
];
const timers = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ name, message: askTheClock }));

export default defineConfig(
	globalIgnores([
		'**/build/',
		'**/.svelte-kit/',
		'.node/',
		'.cache/',
		'**/data/',
		'test-results/',
		'playwright-report/'
	]),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		rules: {
			// A state without a case must not lint.
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// A rejection that nobody awaits is a fault that nobody sees; in tests, an assertion that cannot fail.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			// Every suppression says why.
			'@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
			// A number in a text is its digits; nothing else turns into text by itself.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `() => clearTimeout(timer)` and `return void reply()` say what they mean.
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidOperator: true }
			],
			// A text is walked by code points: that is what a code page encodes and a column counts.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// A file, a function, a condition that one can hold in the head.
			'max-lines': ['error', 250],
			'max-lines-per-function': ['error', 40],
			complexity: ['error', 10],
			'max-depth': ['error', 3],
			'max-params': ['error', 4],
			'no-restricted-syntax': ['error', ...nowhere],
			// A button in a form submits unless it says otherwise.
			'svelte/button-has-type': 'error',
			// Without a key a called ticket takes over the element, and the animation, of another one.
			'svelte/require-each-key': 'error',
			// What visitors and staff type must never become markup.
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		files: ['**/*.ts'],
		rules: {
			// What a module offers is read from its head, and stays what it was when its body changes.
			'@typescript-eslint/explicit-module-boundary-types': 'error'
		}
	},
	{
		files: ['**/*.js', '**/*.svelte', '**/*.svelte.ts'],
		rules: {
			// The type check knows every name, and the runes.
			'no-undef': 'off'
		}
	},
	{
		files: ['server/**'],
		ignores: [
			'server/clock.ts',
			'server/main.js',
			'server/boot/**',
			'server/cli/**',
			'server/vite-realtime.ts',
			'**/*.svelte',
			...tests
		],
		rules: {
			'no-restricted-syntax': ['error', ...nowhere, ...timeOfTheMachine],
			'no-restricted-globals': ['error', ...timers]
		}
	},
	{
		files: tests,
		rules: {
			'max-lines': ['error', 400],
			// A group of tests is one function.
			'max-lines-per-function': 'off'
		}
	},
	{
		// Kit types its own configuration loosely, and marks the `files` option that we need as deprecated.
		files: configs,
		extends: [ts.configs.disableTypeChecked],
		rules: {
			// The tools look for a default export.
			'no-restricted-syntax': 'off'
		}
	}
);
