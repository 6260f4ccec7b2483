// The command line: its commands and options, and what becomes of everything that can go wrong.
import { sectionNames } from '@mailflow-tls/core';
import { diagnosisFormats } from '@mailflow-tls/core/evidence';
import { type FormatName, formatNames } from '@mailflow-tls/core/formats';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CheckOptions, check } from './commands/check.ts';
import { type DoctorOptions, doctor } from './commands/doctor.ts';
import { type EnrollOptions, enroll } from './commands/enroll.ts';
import { errorText } from './commands/error-text.ts';
import { type ExplainOptions, explain, failOnCauses, type LogsOptions, logs } from './commands/explain.ts';
import { type JudgeOptions, judge } from './commands/judge.ts';
import { type RulesOptions, rules } from './commands/rules.ts';
import { type RunOptions, run } from './commands/run.ts';
import { languageOfRun } from './commands/session.ts';
import { type StatusOptions, status } from './commands/status.ts';
import { parseMoment } from './evidence/moment.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Gathering } from './gathering.ts';
import { nearest } from './nearest.ts';
import type { Io } from './output/io.ts';
import type { OutputOption } from './output/outputs.ts';
import { failOnNames, longestTimeoutSeconds, settings } from './settings/settings.ts';
import { UsageError } from './usage-error.ts';
import { agentVersion } from './version.ts';
import { type LanguageCode, languageCodes, sentence } from './words/words.ts';

/** Runs a command line to its end and gives the exit code. Never throws and never ends the process. */
export async function main(args: readonly string[], io: Io, gathering: Gathering): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const program = createProgram(io, gathering, (outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return io.signal.aborted ? interrupted(io, program) : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    if (io.signal.aborted) return interrupted(io, program);
    const language = languageOfRun(io, program.opts<{ lang?: LanguageCode }>().lang);
    if (error instanceof UsageError) {
      io.stderr.write(errorText(error, language));
      return exitCodes.usage;
    }
    const { internalError, error: label, whatToDo } = language.words;
    io.stderr.write(`${label} ${sentence(language, internalError.problem, { error: String(error) })}\n`);
    io.stderr.write(`${whatToDo} ${sentence(language, internalError.remedy)}\n`);
    if (program.opts().verbose && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    return exitCodes.internal;
  }
}

function interrupted(io: Io, program: Command): ExitCode {
  const language = languageOfRun(io, program.opts<{ lang?: LanguageCode }>().lang);
  io.stderr.write(`${language.words.progress.interrupted}\n`);
  return exitCodes.interrupted;
}

function createProgram(io: Io, gathering: Gathering, done: (code: ExitCode) => void): Command {
  const program = new Command('mailflow-tls')
    .description(
      'Tells whether an Exchange host keeps mail flowing with Office 365 as far as TLS decides it.',
    )
    .version(agentVersion, '-V, --version', 'print the version')
    .addOption(choice('--lang <language>', 'language of reports and messages', languageCodes))
    .option('-q, --quiet', 'print nothing but data and errors')
    .option('-v, --verbose', 'print every passed rule, and the log on standard error')
    .option('--no-color', 'do not colour standard output')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.width ?? 80,
      getErrHelpWidth: () => io.stderr.width ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', `\n${exitCodeHelp}`);

  const checkOutputs: OutputOption[] = [];
  judgingOptions(program.command('check'), checkOutputs)
    .description('read this host and judge it (Windows only)')
    .option('--skip-section <name>', 'do not read this section of facts (repeatable)', collectSections, [])
    .option('--save-facts <file>', 'keep what was read, for `judge`')
    .option('--timeout <seconds>', 'end reading after this time', seconds)
    .option(
      '--powershell <path>',
      'the PowerShell to use, instead of the Windows PowerShell of the system',
      fullPath,
    )
    .action(async (_, command: Command) => {
      const options = command.optsWithGlobals<Omit<CheckOptions, 'outputs'>>();
      done(await check({ ...options, outputs: checkOutputs }, io, gathering));
    });

  const judgeOutputs: OutputOption[] = [];
  judgingOptions(program.command('judge'), judgeOutputs)
    .description('judge kept facts again, of one host or of many; `-` is standard input')
    .argument('<facts...>', 'files that `check --save-facts` or `--format json` wrote; patterns with * and ?')
    .action(async (files: string[], _, command: Command) => {
      const options = command.optsWithGlobals<Omit<JudgeOptions, 'outputs'>>();
      done(await judge(files, { ...options, outputs: judgeOutputs }, io));
    });

  const explainOutputs: OutputOption[] = [];
  evidenceOptions(program.command('explain'), explainOutputs, io)
    .description('say what a bounce, an error, a queue, events or logs mean; `-` is standard input')
    .argument('[files...]', 'files, folders, archives (.zip, .gz); patterns with * and ?')
    .action(async (files: string[], _, command: Command) => {
      const options = command.optsWithGlobals<Omit<ExplainOptions, 'outputs'>>();
      done(await explain(files, { ...options, outputs: explainOutputs }, io));
    });

  const logsOutputs: OutputOption[] = [];
  evidenceOptions(program.command('logs'), logsOutputs, io)
    .description("read Exchange's mail logs: who used which TLS version, what failed, and why")
    .argument('[folders...]', 'folders or files; without any, the logs of this host (Windows only)')
    .option('--powershell <path>', 'the PowerShell to ask for the folders of this host', fullPath)
    .action(async (folders: string[], _, command: Command) => {
      const options = command.optsWithGlobals<Omit<LogsOptions, 'outputs'>>();
      done(await logs(folders, { ...options, outputs: logsOutputs }, io, gathering));
    });

  program
    .command('run')
    .description(
      'read and judge this host and deliver the report to the collector; for a scheduler (Windows only)',
    )
    .option('--now', 'without the random delay')
    .action(async (_, command: Command) => {
      done(await run(command.optsWithGlobals<RunOptions>(), io, gathering));
    });

  program
    .command('enroll')
    .description('ask the collector to take this host in')
    .option('--token-stdin', 'read the enrolment token from standard input')
    .action(async (_, command: Command) => {
      done(await enroll(command.optsWithGlobals<EnrollOptions>(), io));
    });

  const plainFormats = ['text', 'json'] as const;
  program
    .command('status')
    .description('tell how delivery to the collector stands')
    .addOption(choice('--format <name>', 'format of the output', plainFormats).default('text'))
    .action(async (_, command: Command) => {
      done(await status(command.optsWithGlobals<StatusOptions>(), io));
    });

  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[id]', 'id of a rule, or an area')
    .addOption(choice('--format <name>', 'format of the output', plainFormats).default('text'))
    .action(async (id: string | undefined, _, command: Command) => {
      done(await rules(id, command.optsWithGlobals<RulesOptions>(), io));
    });

  program
    .command('doctor')
    .description('tell what this installation can do on this host, and each setting with its origin')
    .addOption(choice('--format <name>', 'format of the output', plainFormats).default('text'))
    .option('--powershell <path>', 'the PowerShell to ask', fullPath)
    .action(async (_, command: Command) => {
      done(await doctor(command.optsWithGlobals<DoctorOptions>(), io, gathering.inspect));
    });
  return program;
}

const exitCodeHelp = `Exit codes:
  0  nothing found at or over --fail-on
  1  findings at or over --fail-on
  2  wrong usage, settings or files
  3  something could not be read, and nothing worse was found
  4  a fault of this program`;

/** Formats and outputs are kept in the order in which they were given. */
function outputOptions(command: Command, outputs: OutputOption[], names: readonly FormatName[]): Command {
  return command
    .addOption(
      new Option(
        '--format <name>',
        `format of the report (repeatable; default text): ${names.join(', ')}`,
      ).argParser((name: string) => {
        outputs.push({ option: 'format', name: oneOf<FormatName>(name, names) });
      }),
    )
    .addOption(
      new Option(
        '--output <file>',
        'file for the format before it (repeatable; - is standard output)',
      ).argParser((file: string) => {
        outputs.push({ option: 'output', file });
      }),
    );
}

/** Options that explain and logs share. */
function evidenceOptions(command: Command, outputs: OutputOption[], io: Io): Command {
  // Object.keys forgets the key type.
  const names = Object.keys(diagnosisFormats) as (keyof typeof diagnosisFormats)[];
  const moment = (value: string): number => {
    const time = parseMoment(value, io.now().getTime());
    if (time === undefined)
      throw new InvalidArgumentError('A time such as 2026-11-01, 2026-11-01T08:00 (UTC), 24h or 7d.');
    return time;
  };
  return outputOptions(command, outputs, names)
    .addOption(
      choice(
        '--fail-on <likelihood>',
        'least likely cause that ends with exit code 1 (default likely)',
        failOnCauses,
      ),
    )
    .option('--facts <file>', 'join what `check --save-facts` wrote about the host')
    .option('--since <time>', 'leave out what is older: 2026-11-01, 2026-11-01T08:00 (UTC), 24h, 7d', moment)
    .option('--until <time>', 'leave out what is newer', moment)
    .option('--peer <name>', 'only what is about this address, host or domain')
    .option('--connector <name>', 'only what is about this connector');
}

/** Options that check and judge share. */
function judgingOptions(command: Command, outputs: OutputOption[]): Command {
  return outputOptions(command, outputs, formatNames)
    .addOption(
      choice('--fail-on <verdict>', 'mildest verdict that ends with exit code 1 (default fail)', failOnNames),
    )
    .option('--only <rule>', 'judge only by this rule or area (repeatable)', collect, [])
    .option('--skip <rule>', 'leave out this rule or area (repeatable)', collect, []);
}

function choice<T extends string>(flags: string, description: string, values: readonly T[]): Option {
  return new Option(flags, `${description}: ${values.join(', ')}`).argParser((value) => oneOf(value, values));
}

function oneOf<T extends string>(value: string, values: readonly T[]): T {
  const found = values.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  const meant = nearest(value, values);
  throw new InvalidArgumentError(
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Allowed are ${values.join(', ')}.`,
  );
}

/** Names may be given one by one or with commas. */
function collect(value: string, previous: readonly string[]): string[] {
  return [
    ...previous,
    ...value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ];
}

function collectSections(value: string, previous: readonly string[]): string[] {
  return [...previous, ...collect(value, []).map((name) => oneOf(name, sectionNames))];
}

function seconds(value: string): number {
  const parsed = settings.timeoutSeconds.parse(value);
  if (parsed === undefined)
    throw new InvalidArgumentError(`A whole number from 5 to ${longestTimeoutSeconds}.`);
  return parsed;
}

function fullPath(value: string): string {
  const parsed = settings.powershellPath.parse(value);
  if (typeof parsed !== 'string')
    throw new InvalidArgumentError('A full path, such as C:\\Program Files\\PowerShell\\7\\pwsh.exe.');
  return parsed;
}
