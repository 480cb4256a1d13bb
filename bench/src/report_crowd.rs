//! The part of the report about many who sign in at once.

use serde_json::{Value, json};

use crate::aims;
use crate::crowd::{Crowd, Latencies, SignIns};
use crate::report::{judged, megabytes, number};

/// The lines under the table.
pub fn lines(crowd: &Crowd) -> String {
    let Crowd { few, cost, checks, many, tokens, memory } = crowd;
    let ratio = few.rate / checks.rate;
    let (aim, word) = (aims::SIGN_INS_TO_HASHES, if ratio >= aims::SIGN_INS_TO_HASHES { "met" } else { "MISSED" });
    let (memory, milliseconds) = (megabytes(*memory), |micros: f64| number(micros / 1e3));
    let (token, aim_of_memory) = (tokens.p99 / 1e3, judged(aims::CROWD_MEMORY, memory, memory));
    [
        format!(
            "sign-ins        {} at once: {} a second; these cores alone check {} passwords a second; ratio {ratio:.2}, \
             aim {aim:.2} {word}\n",
            few.people,
            number(few.rate),
            number(checks.rate)
        ),
        format!(
            "                server CPU {} ms a sign-in; a password check alone {} ms; ratio {:.2}\n",
            milliseconds(*cost),
            milliseconds(checks.cost),
            checks.cost / cost
        ),
        format!(
            "                {} at once: {} a second, p50 {} ms, p99 {} ms; memory at most {memory:.0} MB, aim \
             {aim_of_memory}\n",
            many.people,
            number(many.rate),
            milliseconds(many.latencies.p50),
            milliseconds(many.latencies.p99),
        ),
        format!(
            "                a machine's token meanwhile: p50 {} ms, p99 {} ms, aim {}\n",
            milliseconds(tokens.p50),
            number(token),
            judged(aims::CROWD_TOKEN, token, token)
        ),
    ]
    .concat()
}

/// The same for programs.
pub fn json(crowd: &Crowd) -> Value {
    json!({
        "few": sign_ins(&crowd.few),
        "server_cpu": crowd.cost,
        "password_checks": {"rate": crowd.checks.rate, "cpu": crowd.checks.cost},
        "many": sign_ins(&crowd.many),
        "tokens_meanwhile": latencies(&crowd.tokens),
        "memory_at_most": crowd.memory,
    })
}

fn sign_ins(measured: &SignIns) -> Value {
    json!({"people": measured.people, "rate": measured.rate, "latencies": latencies(&measured.latencies)})
}

fn latencies(measured: &Latencies) -> Value {
    json!({"count": measured.count, "p50": measured.p50, "p99": measured.p99})
}
