// SPDX-License-Identifier: Apache-2.0

// Command testapp is the pause program of the test bed's pods and the application of its self-test.
//
//	pause           waits for SIGTERM
//	serve           answers on :8080 with TRACK from the environment; /metrics counts requests; /fail answers 500
//	eat             takes memory until the kernel ends it
//	exit            ends at once with status 3
//	get URL TOKEN   prints the answer to one request made with the bearer token in a file
package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

func main() {
	command := "pause"
	if len(os.Args) > 1 {
		command = os.Args[len(os.Args)-1]
	}
	switch {
	case len(os.Args) > 3 && os.Args[len(os.Args)-3] == "get":
		get(os.Args[len(os.Args)-2], os.Args[len(os.Args)-1])
	case command == "serve":
		serve()
	case command == "eat":
		eat()
	case command == "exit":
		os.Exit(3)
	default:
		pause()
	}
}

// pause is process 1 of a pod's sandbox: it also collects orphans when containers share the process namespace.
func pause() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	child := make(chan os.Signal, 1)
	signal.Notify(child, syscall.SIGCHLD)
	for {
		select {
		case <-stop:
			return
		case <-child:
			for {
				pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
				if pid <= 0 || err != nil {
					break
				}
			}
		}
	}
}

func serve() {
	track := os.Getenv("TRACK")
	var served, failed atomic.Int64
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		served.Add(1)
		fmt.Fprintln(w, track)
	})
	http.HandleFunc("/fail", func(w http.ResponseWriter, r *http.Request) {
		failed.Add(1)
		http.Error(w, track, http.StatusInternalServerError)
	})
	http.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "# TYPE testapp_requests_total counter\n")
		fmt.Fprintf(w, "testapp_requests_total{code=\"200\"} %d\n", served.Load())
		fmt.Fprintf(w, "testapp_requests_total{code=\"500\"} %d\n", failed.Load())
	})
	fmt.Println("serving as", track)
	fmt.Println(http.ListenAndServe(":8080", nil))
	os.Exit(1)
}

func eat() {
	var blocks [][]byte
	for {
		block := make([]byte, 4<<20)
		for i := 0; i < len(block); i += 4096 {
			block[i] = 1
		}
		blocks = append(blocks, block)
		fmt.Println("holding MiB:", 4*len(blocks))
		time.Sleep(50 * time.Millisecond)
	}
}

func get(url, tokenFile string) {
	token, err := os.ReadFile(tokenFile)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	request.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(token)))
	client := http.Client{
		Timeout: 5 * time.Second,
		// The self-test proves that the address is reachable, not whose it is.
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}
	response, err := client.Do(request)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		os.Exit(1)
	}
}
