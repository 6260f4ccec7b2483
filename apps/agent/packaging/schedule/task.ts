// The scheduled task that runs the agent, as Task Scheduler's own XML.

/** Hours between two runs. The collector calls a host silent after two days by default. */
const hours = 4;

/** Where the program is unless INSTALLFOLDER says otherwise; Task Scheduler puts the value of the variable in. */
const usualFolder = '%ProgramFiles%\\mailflow-tls';

export const taskName = 'mailflow-tls';
const description =
  'Reads whether TLS 1.2 is in force on this host and reports it to the collector. Changes nothing on the host. Part of mailflow-tls.';

/**
 * The longest run (`runSeconds`) and the longest wait before it (`randomDelaySeconds`) are an hour each; whatever is
 * still there after that hangs.
 */
const timeLimit = 'PT2H30M';

/** The parts that the MSI's file and the file of Group Policy preferences share (MS-TSCH 2.5, "XML Task Definition Language"). */
export function taskBody(user: string): string {
  return `
  <Triggers>
    <CalendarTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT${hours}H</Interval>
        <Duration>P1D</Duration>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <RandomDelay>PT30M</RandomDelay>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
    <BootTrigger>
      <Enabled>true</Enabled>
      <Delay>PT10M</Delay>
    </BootTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <WakeToRun>false</WakeToRun>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>true</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <ExecutionTimeLimit>${timeLimit}</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Principals>
    <Principal id="Author">
      ${user}
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Actions Context="Author">
    <Exec>
      <Command>${usualFolder}\\node.exe</Command>
      <Arguments>"${usualFolder}\\mailflow-tls.cjs" run</Arguments>
      <WorkingDirectory>${usualFolder}</WorkingDirectory>
    </Exec>
  </Actions>`;
}

export function registrationInfo(version: string): string {
  return `
  <RegistrationInfo>
    <Version>${version}</Version>
    <Author>mailflow-tls</Author>
    <Description>${description}</Description>
  </RegistrationInfo>`;
}

/** The file for `schtasks /Create /XML`, which wants UTF-16 with its mark. */
export function taskFile(version: string): Buffer {
  const text = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">${registrationInfo(version)}${taskBody('<UserId>S-1-5-18</UserId>')}
</Task>
`;
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le');
}
