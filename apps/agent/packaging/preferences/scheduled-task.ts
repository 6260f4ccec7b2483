// The scheduled task as a Group Policy preference, for those who want policy and not the installer to hold it.
import { guidOf } from '../msi/guid.ts';
import { registrationInfo, taskBody, taskName } from '../schedule/task.ts';
import { xmlFile } from '../xml.ts';

/** Class ids as MS-GPPREF, section 2.2.1.12, gives them. */
const classIds = {
  tasks: '{CC63F200-7309-4ba0-B154-A71CD118DBCC}',
  task: '{D8896631-B747-47a7-84A6-C155337F3BC8}',
};

/** The same task under the same name, so that it replaces the one of the installer instead of running beside it. */
export function taskPreferences(version: string): string {
  const user = '<UserId>NT AUTHORITY\\System</UserId>\n      <LogonType>S4U</LogonType>';
  return xmlFile(`<ScheduledTasks clsid="${classIds.tasks}">
<TaskV2 clsid="${classIds.task}" name="${taskName}" image="2" changed="2026-01-01 00:00:00" uid="${guidOf('preferences task')}" userContext="0" removePolicy="0">
<Properties action="U" name="${taskName}" runAs="NT AUTHORITY\\System" logonType="S4U">
<Task version="1.2">${registrationInfo(version)}${taskBody(user)}
</Task>
</Properties>
</TaskV2>
</ScheduledTasks>`);
}
