//! How much processor time processes have used, to the nanosecond: Linux's `/proc/PID/task/TID/schedstat`.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use anyhow::Context;

/// Adds up the processor time of a process, or of a process and its children.
pub struct Meter {
    process: u32,
    with_children: bool,
    /// Nanoseconds of every thread ever seen: what a thread used counts on after it has ended, but for what it used
    /// since it was last looked at.
    threads: BTreeMap<u32, u64>,
}

impl Meter {
    /// The threads of this process.
    pub fn process(process: u32) -> Self {
        Self { process, with_children: false, threads: BTreeMap::new() }
    }

    /// The threads of this process and of its children, which is what a PostgreSQL cluster consists of.
    pub fn family(process: u32) -> Self {
        Self { with_children: true, ..Self::process(process) }
    }

    /// The processor time used since the processes began, in user and kernel mode. Never less than at the last call.
    pub fn read(&mut self) -> anyhow::Result<Duration> {
        let mut processes = vec![self.process];
        if self.with_children {
            processes.extend(children(self.process)?);
        }
        for process in processes {
            for (thread, nanoseconds) in threads(process) {
                let seen = self.threads.entry(thread).or_default();
                *seen = nanoseconds.max(*seen);
            }
        }
        Ok(Duration::from_nanos(self.threads.values().sum()))
    }
}

/// The processor time this thread has used.
pub fn of_this_thread() -> anyhow::Result<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    first_number(&text).map(Duration::from_nanos).context("/proc/thread-self/schedstat")
}

/// The ids of a process's children, whichever of its threads made them.
fn children(process: u32) -> anyhow::Result<Vec<u32>> {
    let folder = format!("/proc/{process}/task");
    let mut found = Vec::new();
    for thread in fs::read_dir(&folder).with_context(|| format!("process {process} has ended"))? {
        let children = fs::read_to_string(thread?.path().join("children"))?;
        found.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
    }
    Ok(found)
}

/// Each thread's id and nanoseconds. One that ends while it is looked at is left out.
fn threads(process: u32) -> Vec<(u32, u64)> {
    let folder = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let time = |entry: fs::DirEntry| {
        let id = entry.file_name().to_str()?.parse().ok()?;
        Some((id, first_number(&fs::read_to_string(entry.path().join("schedstat")).ok()?)?))
    };
    folder.filter_map(time).collect()
}

fn first_number(text: &str) -> Option<u64> {
    text.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use super::{Meter, of_this_thread};

    #[test]
    fn work_of_every_thread_is_counted() {
        let mut meter = Meter::process(std::process::id());
        let before = meter.read().unwrap();
        let ((done, is_done), (go, may_go)) = (channel(), channel::<()>());
        let thread = std::thread::spawn(move || {
            while of_this_thread().unwrap() < Duration::from_millis(50) {}
            done.send(()).unwrap();
            may_go.recv().unwrap();
        });
        is_done.recv().unwrap();
        let used = meter.read().unwrap() - before;
        go.send(()).unwrap();
        thread.join().unwrap();
        assert!(used >= Duration::from_millis(50), "{used:?}");
        assert!(meter.read().unwrap() - before >= used, "what a thread used is forgotten when it ends");
    }

    #[test]
    fn sleep_is_not_counted() {
        let (began, before) = (Instant::now(), of_this_thread().unwrap());
        std::thread::sleep(Duration::from_millis(50));
        assert!(of_this_thread().unwrap() - before < began.elapsed() / 2);
    }

    #[test]
    fn children_are_counted_only_for_a_family() {
        const CHILD: &str = "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; echo done; read line";
        let script = format!("sh -c '{CHILD}'; echo done; read line");
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut parent = shell.spawn().unwrap();
        let (mut input, output) = (parent.stdin.take().unwrap(), parent.stdout.take().unwrap());
        let mut lines = BufReader::new(output).lines();
        lines.next().unwrap().unwrap();
        let (mut family, mut process) = (Meter::family(parent.id()), Meter::process(parent.id()));
        let (with, without) = (family.read().unwrap(), process.read().unwrap());
        assert!(with > without * 2, "{with:?} {without:?}");
        input.write_all(b"\n").unwrap();
        lines.next().unwrap().unwrap();
        assert!(family.read().unwrap() >= with, "what a child used is forgotten when it ends");
        drop(input);
        parent.wait().unwrap();
    }
}
