// A host by its name, as a link to its page; the name is the host's own and may run in any direction.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export function HostLink({ host }: { host: { id: number; name: string } }): ReactElement {
  const styles = useStyles();
  return (
    <Link to="/hosts/$id" params={{ id: String(host.id) }} className={styles.link}>
      <bdi>{host.name}</bdi>
    </Link>
  );
}
