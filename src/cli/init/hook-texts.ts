import type { Hook } from './survey';

/** What has to be written where, so that something calls f2blint. */
export interface HookText {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

/** The texts for every hook; docs/ci.md has them too, and says more. */
export function hookTexts(version: string): ReadonlyMap<Hook, HookText> {
  return new Map([
    [
      'pre-commit',
      {
        title: 'pre-commit',
        file: '.pre-commit-config.yaml, below repos:',
        text: `  - repo: https://github.com/f2blint/f2blint
    rev: v${version}
    hooks:
      - id: f2blint
`,
      },
    ],
    [
      'github',
      {
        title: 'GitHub Actions',
        file: '.github/workflows/f2blint.yml',
        text: `name: f2blint
on: pull_request
permissions:
  contents: read
  security-events: write
jobs:
  f2blint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: f2blint/f2blint@v${version}
        id: f2blint
        with:
          sarif: f2blint.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && steps.f2blint.outputs.sarif != ''
        with:
          sarif_file: \${{ steps.f2blint.outputs.sarif }}
`,
      },
    ],
    [
      'gitlab',
      {
        title: 'GitLab CI',
        file: '.gitlab-ci.yml',
        text: `f2blint:
  image: node:22-slim
  script:
    - npx --yes f2blint@${version} --output gitlab=gl-code-quality-report.json --output junit=f2blint-junit.xml .
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: f2blint-junit.xml
`,
      },
    ],
    [
      'jenkins',
      {
        title: 'Jenkins',
        file: 'Jenkinsfile, among the stages; recordIssues is of the plugin Warnings',
        text: `    stage('f2blint') {
      agent { docker { image 'node:22-slim' } }
      environment { npm_config_cache = "\${WORKSPACE_TMP}/npm" }
      steps {
        sh 'npx --yes f2blint@${version} --output checkstyle=f2blint-checkstyle.xml --output junit=f2blint-junit.xml .'
      }
      post {
        always {
          recordIssues tool: checkStyle(pattern: 'f2blint-checkstyle.xml', id: 'f2blint', name: 'f2blint')
          junit 'f2blint-junit.xml'
        }
      }
    }
`,
      },
    ],
    [
      'ansible',
      {
        title: 'Ansible',
        file: 'the task that installs jail.local; f2blint has to be on the host',
        text: `  ansible.builtin.template:
    src: jail.local.j2
    dest: /etc/fail2ban/jail.local
    mode: "0644"
    validate: f2blint lint --fail-on error --base /etc/fail2ban --as jail.local %s
`,
      },
    ],
    [
      'systemd',
      {
        title: 'systemd',
        file: '/etc/systemd/system/fail2ban.service.d/f2blint.conf, then systemctl daemon-reload',
        text: `[Service]
ExecStartPre=-/usr/local/bin/f2blint preflight /etc/fail2ban
ExecReload=
ExecReload=/usr/local/bin/f2blint preflight /etc/fail2ban
ExecReload=/usr/bin/fail2ban-client reload
`,
      },
    ],
  ]);
}
