// The command line: its commands and options, and what becomes of everything that can go wrong.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Problem } from './api/problems.ts';
import { backup, move, restore } from './commands/backup.ts';
import type { Context } from './commands/context.ts';
import { doctor } from './commands/doctor.ts';
import { importFiles } from './commands/import.ts';
import { migrate } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';
import { createToken, listTokens, revokeToken, type TokenOptions } from './commands/token.ts';
import { addUser, deleteUser, linkUser, listUsers, setUser } from './commands/user.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { openLog } from './log.ts';
import { flagName, loadSettings, settingNames, settingTable } from './settings/load-settings.ts';
import type { Role } from './store/schema.ts';
import { UsageError } from './usage-error.ts';
import { collectorVersion } from './version.ts';

export interface Io extends Pick<Context, 'signal' | 'print' | 'tell'> {
  environment: Readonly<Record<string, string | undefined>>;
  workingFolder: string;
}

/** Runs a command line to its end and gives the exit code. Never throws and never ends the process. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const program = createProgram(io, (outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    if (error instanceof UsageError) {
      io.tell(`Error: ${error.message}\nWhat to do: ${error.remedy}`);
      return exitCodes.usage;
    }
    if (error instanceof Problem) {
      io.tell(`Error: ${error.message}`);
      return exitCodes.usage;
    }
    io.tell(`Error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return exitCodes.internal;
  }
}

function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('mailflow-tls-collector')
    .description('Gathers the reports of all hosts, keeps their history and answers questions about them.')
    .version(collectorVersion, '-V, --version', 'print the version')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.print(text.trimEnd()),
      writeErr: (text) => io.tell(text.trimEnd()),
    })
    .option('--data-folder <folder>', 'folder of everything that the collector keeps');
  for (const name of settingNames) {
    program.addOption(new Option(`${flagName(name)} <value>`, settingTable[name].accepts));
  }
  const context = (): Context => contextOf(io, program);
  const unlessDone = (finished: boolean) => done(finished ? exitCodes.clean : exitCodes.incomplete);

  program
    .command('serve')
    .description('run the collector')
    .action(() => serve(context()));
  program
    .command('migrate')
    .description('bring the database to the schema of this version')
    .action(() => migrate(context()));
  program
    .command('backup <file>')
    .description('write the whole database into one file, also while the collector runs')
    .action((file: string) => backup(context(), file));
  program
    .command('restore <file>')
    .description('put a backup in the place of the database; no collector may run')
    .option('--replace', 'also when the database holds something')
    .action((file: string, options: { replace?: boolean }) => restore(context(), file, options));
  program
    .command('move <url>')
    .description('take everything from SQLite to the PostgreSQL database of this connection string')
    .action((url: string) => move(context(), url));
  program
    .command('import <paths...>')
    .description('take in reports and facts files, or folders of them')
    .action(async (paths: string[]) => unlessDone(await importFiles(context(), paths)));
  program
    .command('doctor')
    .description('show each setting and where it comes from, and check what it names')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: 'text' | 'json' }) => unlessDone(await doctor(context(), format)));
  addTokenCommands(program, context);
  addUserCommands(program, context);
  return program;
}

function contextOf(io: Io, program: Command): Context {
  const loaded = loadSettings({
    commandLine: program.opts(),
    environment: io.environment,
    workingFolder: io.workingFolder,
  });
  return { loaded, log: openLog(loaded.logLevel), signal: io.signal, print: io.print, tell: io.tell };
}

function addTokenCommands(program: Command, context: () => Context): void {
  const token = program.command('token').description('tokens with which hosts ask to be taken in');
  token
    .command('create')
    .description('make a token and print it, once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--approve', 'a person decides on each host')
    .option('--max-uses <hosts>', 'how many hosts may use it', wholeNumber)
    .option('--domain <domain>', 'only hosts of this domain and those below it')
    .option('--address-range <range>', 'only from these addresses, e.g. 10.0.0.0/8')
    .option(
      '--tag <tag>',
      'put on each host, may be repeated',
      (tag: string, all: string[]) => [...all, tag],
      [],
    )
    .option('--days <days>', 'how long it is valid', wholeNumber)
    .action((options: TokenOptions) => createToken(context(), options));
  token
    .command('list')
    .description('print the tokens, one line of JSON each')
    .action(() => listTokens(context()));
  token
    .command('revoke <id>')
    .description('make a token worthless; hosts that used it stay')
    .action((id: string) => revokeToken(context(), wholeNumber(id)));
}

function addUserCommands(program: Command, context: () => Context): void {
  const user = program.command('user').description('people and their roles');
  const role = () =>
    new Option('--role <role>', 'what the person may do').choices(['viewer', 'operator', 'administrator']);
  user
    .command('add <name>')
    .description('make an account and print the link by which its password is set')
    .addOption(role().default('viewer'))
    .action((name: string, options: { role: Role }) => addUser(context(), name, options.role));
  user
    .command('list')
    .description('print the people, one line of JSON each')
    .action(() => listUsers(context()));
  user
    .command('link <name>')
    .description('print a new link by which the password is set')
    .action((name: string) => linkUser(context(), name));
  user
    .command('change <name>')
    .description('change the role, or bar the account or let it in again')
    .addOption(role())
    .option('--disable')
    .option('--enable')
    .action((name: string, options: { role?: Role; disable?: true; enable?: true }) => {
      const disabled = options.disable === true ? true : options.enable === true ? false : undefined;
      return setUser(context(), name, {
        ...(options.role !== undefined && { role: options.role }),
        ...(disabled !== undefined && { disabled }),
      });
    });
  user
    .command('remove <name>')
    .description('delete the account')
    .action((name: string) => deleteUser(context(), name));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}
