// Where evidence is pasted, dropped or chosen.
import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Tag,
  TagGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type DragEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '4px' },
  text: {
    width: '100%',
    '& textarea': {
      minHeight: '160px',
      maxHeight: '50vh',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase300,
    },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tags: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
  hidden: { display: 'none' },
});

/** A made-up queue: what Exchange writes when Exchange Online ends the handshake. */
const example =
  '[{LED=451 4.4.395 Target host responded with error. -> 421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=contoso.mail.protection.outlook.com};{IP=192.0.2.36};{LRT=1/19/2026 8:12:01 AM}]';

interface Props {
  text: string;
  files: readonly File[];
  /** 0 to 1; null when nothing is being read. */
  progress: number | null;
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
}

export function EvidenceInput({ text, files, progress, onText, onFiles }: Props): ReactElement {
  const styles = useStyles();
  const words = useWords().explain;
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const add = (list: FileList | null) => {
    if (list !== null && list.length > 0) onFiles([...files, ...list]);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button that chooses files.
    <div
      className={mergeClasses(styles.all, isOver && styles.over)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field label={words.input}>
        <Textarea
          id={id}
          className={styles.text}
          textarea={{ dir: 'ltr', spellCheck: false, autoComplete: 'off', translate: 'no' }}
          placeholder={isOver ? words.dropHere : words.placeholder}
          value={text}
          resize="vertical"
          onChange={(_event, data) => onText(data.value)}
        />
      </Field>
      <div className={styles.row}>
        <Button onClick={() => chooser.current?.click()}>{words.choose}</Button>
        <input
          ref={chooser}
          type="file"
          multiple
          className={styles.hidden}
          aria-label={words.choose}
          onChange={(event) => {
            add(event.currentTarget.files);
            // The same file can be chosen again after it was left out.
            event.currentTarget.value = '';
          }}
        />
        {text === '' && files.length === 0 ? (
          <Button appearance="subtle" onClick={() => onText(example)}>
            {words.example}
          </Button>
        ) : (
          <Button
            appearance="subtle"
            onClick={() => {
              onText('');
              onFiles([]);
            }}
          >
            {words.clear}
          </Button>
        )}
      </div>
      {files.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={words.files}
          onDismiss={(_event, { value }) => onFiles(files.filter((_file, index) => String(index) !== value))}
        >
          {files.map((file, index) => (
            <Tag
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name.
              key={index}
              value={String(index)}
              dismissible
              dismissIcon={{ 'aria-label': words.remove(file.name) }}
            >
              <bdi>{file.name}</bdi>
            </Tag>
          ))}
        </TagGroup>
      )}
      {progress !== null && (
        <Field validationMessage={words.reading(Math.floor(progress * 100))} validationState="none">
          <ProgressBar value={progress} aria-label={words.reading(Math.floor(progress * 100))} />
        </Field>
      )}
    </div>
  );
}
